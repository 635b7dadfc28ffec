"""What a person takes out of Regie and brings into it: export, import, calendar feed."""

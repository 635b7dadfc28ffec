"""How forms become HTML: through our own template pack, whoever asks for it."""

from django.forms.renderers import TemplatesSetting


class Renderer(TemplatesSetting):
    """``{{ form }}`` and ``{{ field.as_field_group }}`` look as ``{{ form|crispy }}`` and ``{% crispy form %}`` do."""

    form_template_name = "forms/uni_form.html"
    field_template_name = "forms/field.html"

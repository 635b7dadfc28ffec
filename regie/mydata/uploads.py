"""How a file comes in: in memory, never on disk, and refused before it is read when it is too large."""

from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import MemoryFileUploadHandler


class HeldUpload(MemoryFileUploadHandler):
    """Keeps a file of at most ``FILE_UPLOAD_MAX_MEMORY_SIZE`` in memory; more is a 413 before a byte is read."""

    def handle_raw_input(self, input_data, META, content_length, boundary, encoding=None):
        """Refuse a body that is too large by what it says of itself; the server reads no further than that."""
        super().handle_raw_input(input_data, META, content_length, boundary, encoding)
        if not self.activated:
            raise RequestDataTooBig("The file is larger than this site takes.")

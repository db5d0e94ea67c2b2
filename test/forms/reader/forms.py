"""Of a JSON list of files on standard input, those that hold a form with fields, as a JSON list."""
import json
import sys

import pikepdf
from pikepdf import Dictionary, Name


def has_fields(path):
    try:
        with pikepdf.open(path, suppress_warnings=True) as pdf:
            annotations = [one for page in pdf.pages for one in page.get('/Annots', []) if isinstance(one, Dictionary)]
            return any(one.get('/Subtype') == Name.Widget for one in annotations)
    except Exception:
        return False


json.dump([path for path in json.load(sys.stdin) if has_fields(path)], sys.stdout)

"""Reads filled forms with pikepdf (qpdf), which shares no code with what fills them.

Standard input: a JSON list of files. Standard output: a JSON list of what stands in each.
"""
import json
import sys

import pikepdf
from active import active_in, restless
from fields import read_fields, signatures
from names import words
from pikepdf import Dictionary


def read(path):
    with pikepdf.open(path, suppress_warnings=True) as pdf:
        values, wrong, strays = read_fields(pdf)
        active = set()
        for one in pdf.objects:
            active_in(one, active)
        root, info = pdf.Root, pdf.trailer.get('/Info', {})
        return {
            'problems': pdf.check() + [str(one) for one in pdf.get_warnings()],
            'values': values,
            'signatures': signatures(pdf),
            'wrong': wrong,
            'strays': strays,
            'active': sorted(active),
            'restless': restless(pdf),
            'pages': len(pdf.pages),
            'tagged': '/StructTreeRoot' in root,
            'elements': sum(1 for one in pdf.objects if isinstance(one, Dictionary) and '/S' in one and '/P' in one),
            'title': words(info.get('/Title')),
            'language': words(root.get('/Lang')),
        }


def read_any(path):
    try:
        return read(path)
    except pikepdf.PdfError as error:
        return {'problems': [str(error)], 'values': {}, 'signatures': {}, 'wrong': [], 'strays': [], 'active': [], 'restless': []}


json.dump([read_any(path) for path in json.load(sys.stdin)], sys.stdout)

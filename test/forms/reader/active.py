"""What acts by itself in a PDF, or asks somebody to."""
import pikepdf
from names import keys_of, name_of
from pikepdf import Array, Dictionary, Name, Stream

ACTIVE = {
    '/JS', '/JavaScript', '/XFA', '/AA', '/OpenAction', '/AcroForm', '/Widget', '/Launch', '/SubmitForm', '/ImportData',
    '/URI', '/ResetForm', '/EmbeddedFiles', '/EmbeddedFile', '/Perms', '/RichMedia', '/Rendition', '/GoToR', '/GoToE',
    '/Movie', '/Sound', '/Collection', '/NeedsRendering',
}


def inside(value, found):
    if isinstance(value, pikepdf.Object) and not value.is_indirect:
        active_in(value, found)


def active_in(value, found):
    if isinstance(value, (Dictionary, Stream)):
        for key in keys_of(value):
            if f'/{key}' in ACTIVE:
                found.add(f'/{key}')
            if f'/{key}' in value:
                inside(value[f'/{key}'], found)
    elif isinstance(value, Array):
        for one in value:
            inside(one, found)
    elif isinstance(value, Name) and f'/{name_of(value)}' in ACTIVE:
        found.add(f'/{name_of(value)}')


def restless(pdf):
    """What would make a reader show something else than what was filled in, in a copy that can be filled on."""
    form = pdf.Root.get('/AcroForm', {})
    own = [key for key in ('/XFA', '/NeedAppearances') if key in form]
    return own + [key for key in ('/Perms', '/NeedsRendering', '/OpenAction', '/AA') if key in pdf.Root]

"""Names and strings of a PDF as words."""
import re

from pikepdf import Array, Name, Stream


def name_of(name):
    source = re.sub(rb'#([0-9a-fA-F]{2})', lambda found: bytes([int(found[1], 16)]), name.unparse()[1:])
    try:
        return source.decode()
    except UnicodeDecodeError:
        return source.decode('latin1')


def keys_of(dictionary):
    """The names in a dictionary. pikepdf gives up on names that are no UTF-8: those are looked for in its source."""
    try:
        return [name_of(Name(key)) for key in dictionary.keys()]
    except UnicodeDecodeError:
        source = dictionary.unparse(resolved=True)
        return [name_of(Source(one)) for one in re.findall(rb'/[^\s/<>\[\]()]+', source)]


class Source:
    def __init__(self, source):
        self.source = source

    def unparse(self):
        return self.source


def words(value):
    if value is None:
        return None
    if isinstance(value, Array):
        return [words(one) for one in value]
    if isinstance(value, Stream):
        return value.read_bytes().decode('utf-16' if value.read_bytes()[:2] in (b'\xfe\xff', b'\xff\xfe') else 'utf-8')
    return name_of(value) if isinstance(value, Name) else str(value)

"""The fields of a form, and what stands in them."""
from names import keys_of, words
from pikepdf import Array, Dictionary, Name, Stream


def inherited(field, key):
    for _ in range(50):
        if key in field:
            return field[key]
        if '/Parent' not in field:
            return None
        field = field['/Parent']
    return None


def listed_in(holder, key):
    """The dictionaries of a list, none where there is no list."""
    found = holder.get(key) if isinstance(holder, Dictionary) else None
    return [one for one in found if isinstance(one, Dictionary)] if isinstance(found, Array) else []


def widgets_below(field):
    """A field's own widgets: itself where it has no kids, else those below it that have no name of their own."""
    kids = listed_in(field, '/Kids')
    if not kids:
        return [field]
    return [widget for kid in kids if '/T' not in kid for widget in widgets_below(kid)]


def fields_in(kids, parents, seen):
    """Full name, dictionary and widgets of every field below."""
    for kid in kids:
        if kid.is_indirect and kid.objgen in seen:
            continue
        seen.add(kid.objgen if kid.is_indirect else None)
        name = '.'.join(part for part in (parents, words(kid.get('/T')) or '') if part)
        below = listed_in(kid, '/Kids')
        own = widgets_below(kid)
        if name and ('/T' in kid or not parents) and own:
            yield name, kid, own
        yield from fields_in([one for one in below if '/T' in one or '/Kids' in one], name, seen)


def states_of(widget):
    normal = widget.get('/AP', {}).get('/N') if '/AP' in widget else None
    return [] if normal is None or isinstance(normal, Stream) else [key for key in keys_of(normal) if key != 'Off']


def button(field, widgets):
    """What a tick box or radio exports, and what is wrong with the states that its widgets show."""
    value = words(field.get('/V')) or words(inherited(field, '/V')) or 'Off'
    exports = inherited(field, '/Opt')
    chosen, wrong = None, []
    for index, widget in enumerate(widgets):
        states, shown = states_of(widget), words(widget.get('/AS')) or 'Off'
        if shown != (value if value in states else 'Off'):
            wrong.append(f'value {value}, widget {index} of {states} shows {shown}')
        if value in states and chosen is None:
            chosen = words(exports[index]) if exports is not None and index < len(exports) else value
    if value != 'Off' and chosen is None:
        wrong.append(f'no widget has the state {value}')
    return chosen or '', wrong


def read_fields(pdf):
    values, wrong = {}, []
    form = pdf.Root.get('/AcroForm')
    listed = set()
    for name, field, widgets in fields_in(listed_in(form, '/Fields'), '', listed):
        for widget in widgets:
            if widget.is_indirect:
                listed.add(widget.objgen)
        kind = inherited(field, '/FT')
        flags = int(inherited(field, '/Ff') or 0)
        if kind is None or (kind == Name.Btn and flags >> 16 & 1):
            continue
        if kind == Name.Btn:
            value, trouble = button(field, widgets)
            wrong += [f'{name}: {one}' for one in trouble]
        else:
            value = words(inherited(field, '/V')) if kind != Name.Sig else ('signed' if inherited(field, '/V') else '')
        if name in values and values[name] != value:
            wrong.append(f'{name} has two values: {values[name]!r} and {value!r}')
        values[name] = '' if value is None else value
    strays = [
        str(widget.objgen) for page in pdf.pages for widget in page.get('/Annots', [])
        if isinstance(widget, Dictionary) and widget.get('/Subtype') == Name.Widget
        and inherited(widget, '/T') is not None and not (widget.is_indirect and widget.objgen in listed)
    ]
    return values, wrong, strays


def signatures(pdf):
    """The source of every signature field, by its full name."""
    fields = fields_in(listed_in(pdf.Root.get('/AcroForm'), '/Fields'), '', set())
    return {name: field.unparse(resolved=True).decode('latin1') for name, field, _ in fields if inherited(field, '/FT') == Name.Sig}

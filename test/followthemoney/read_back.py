"""Reads entities of FollowTheMoney from standard input with its own package, and prints what it took and whatever it objects to, as JSON."""

import json
import sys

from followthemoney import model
from followthemoney.exc import InvalidData

entities = {}
problems = []
for line in sys.stdin:
    data = json.loads(line)
    try:
        entity = model.get_proxy(data, cleaned=False)
        entity.schema.validate(data)
    except InvalidData as error:
        problems.append(f"{data.get('id')}: {error} {getattr(error, 'errors', '')}")
        continue
    if entity.schema.abstract:
        problems.append(f"{entity.id}: {entity.schema.name} is abstract")
    if entity.id in entities:
        problems.append(f"{entity.id} is there twice")
    # What the model does not know, or its types do not accept, the package leaves out without a word.
    for name, values in data["properties"].items():
        prop = entity.schema.get(name)
        if prop is None:
            problems.append(f"{entity.id}: {entity.schema.name} has no property {name}")
            continue
        for value in values:
            if prop.type.clean(value, proxy=entity) is None:
                problems.append(f"{entity.id}: {value!r} is no {prop.type.name}, in {name}")
    entities[entity.id] = entity

for entity in entities.values():
    for prop, value in entity.itervalues():
        if prop.range is None:
            continue
        other = entities.get(value)
        if other is None:
            problems.append(f"{entity.id}: nobody has the id {value}, in {prop.name}")
        elif not other.schema.is_a(prop.range):
            problems.append(f"{entity.id}: {prop.name} should be a {prop.range.name} and is a {other.schema.name}")

json.dump({"problems": problems, "entities": [entity.to_dict() for entity in entities.values()]}, sys.stdout)

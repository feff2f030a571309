// title: Who speaks for whom
// asks: Who is or was the spokesman or press secretary of which organisation or place?
// params: name: string = '', limit: integer = 100
// example:
MATCH (x:Person)-[r:HAS_ROLE]->(y:Organization|Place)
WHERE (toLower(r.title) CONTAINS 'spokes' OR toLower(r.title) CONTAINS 'press secretary' OR toLower(r.title) CONTAINS 'press officer')
      AND ($name = '' OR toLower($name) IN y.keys OR toLower($name) IN x.keys)
RETURN x.name AS speaker, r.title AS title, y.name AS body, r.former AS former
ORDER BY body, former, speaker, title, x.id, y.id
LIMIT $limit

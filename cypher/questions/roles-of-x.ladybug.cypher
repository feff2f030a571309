// title: Roles of X
// asks: Which roles does or did a person hold?
// params: name: string, limit: integer = 50
// example: name=Boehler
MATCH (x:Person)-[r:HAS_ROLE]->(b:Organization|Place)
WHERE toLower($name) IN x.keys
RETURN x.name AS name, r.title AS title, b.name AS body, r.former AS former
ORDER BY name, former, title, body, x.id, b.id
LIMIT $limit

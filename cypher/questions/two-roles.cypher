// title: People with two roles
// asks: Who holds or held more than one role?
// params: limit: integer = 100
// example:
MATCH (x)-[r:HAS_ROLE]->()
WITH x, count(r.title) AS roles
WHERE roles > 1
MATCH (x)-[r:HAS_ROLE]->(y:Organization|Place)
RETURN x.name AS name, r.title AS title, y.name AS body, r.former AS former
ORDER BY name, x.id, former, title, body, y.id
LIMIT $limit

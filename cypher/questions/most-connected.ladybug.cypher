// title: Most connected
// asks: Who met the largest number of others?
// params: limit: integer = 50
// example:
MATCH (x:Person|Organization|Place)
WITH x, COUNT { MATCH (x)-[:MET]-(:Person|Organization|Place) } AS others
WHERE others > 0
RETURN x.name AS name, others, x.mentions AS mentions
ORDER BY others DESC, mentions DESC, name, x.id
LIMIT $limit

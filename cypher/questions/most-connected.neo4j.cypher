// title: Most connected
// asks: Who met the largest number of others?
// params: limit: integer = 50
// example:
MATCH (x)-[:MET]-()
WITH x, count(*) AS others
WITH others, collect(x) AS same
ORDER BY others DESC
LIMIT $limit
UNWIND same AS x
RETURN x.name AS name, others, x.mentions AS mentions
ORDER BY others DESC, mentions DESC, name, x.id
LIMIT $limit

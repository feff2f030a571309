// title: Go-betweens
// asks: Who met both X and Y?
// params: x: string, y: string, limit: integer = 50
// example: x='Park Jin' y='Xi Jinping'
MATCH (n:Entity)
WHERE toLower($x) IN n.keys OR toLower($y) IN n.keys
WITH collect(n) AS named
UNWIND [n IN named WHERE toLower($x) IN n.keys] AS a
UNWIND [n IN named WHERE toLower($y) IN n.keys] AS c
WITH a, c
WHERE a.id <> c.id
MATCH (a)-[ra:MET]-(b:Entity)-[rc:MET]-(c)
RETURN a.name AS x, b.name AS between, c.name AS y, ra.sources AS sourcesWithX, rc.sources AS sourcesWithY
ORDER BY sourcesWithX + sourcesWithY DESC, between, b.id, x, y, a.id, c.id
LIMIT $limit

// title: Go-betweens
// asks: Who met both X and Y?
// params: x: string, y: string, limit: integer = 50
// example: x='Park Jin' y='Xi Jinping'
MATCH (a:Entity)-[ra:MET]-(b:Entity)-[rc:MET]-(c:Entity)
WHERE toLower($x) IN a.keys AND toLower($y) IN c.keys AND a.id <> c.id
RETURN a.name AS x, b.name AS between, c.name AS y, ra.sources AS sourcesWithX, rc.sources AS sourcesWithY
ORDER BY sourcesWithX + sourcesWithY DESC, between, b.id, x, y, a.id, c.id
LIMIT $limit

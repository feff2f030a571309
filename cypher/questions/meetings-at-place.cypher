// title: Meetings at a place
// asks: Which meetings were held, planned or called off at a place?
// params: place: string, limit: integer = 100
// example: place=Doha
MATCH (m:Meeting)-[:HELD_AT]->(p:Place)
WHERE toLower($place) IN p.keys
RETURN p.name AS place, m.title AS meeting, m.modality AS modality, m.`from` AS `from`, m.`to` AS `to`,
       m.independentSources AS sources, m.articles AS articles
ORDER BY sources DESC, articles DESC, `from`, `to`, meeting, m.id, place
LIMIT $limit

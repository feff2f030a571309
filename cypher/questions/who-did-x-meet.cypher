// title: Whom did X meet
// asks: Whom did a person or organisation meet, where and when?
// params: name: string, limit: integer = 100
// example: name=Boehler
MATCH (x:Person|Organization|Place)-[:TOOK_PART_IN]->(m:Meeting)
WHERE toLower($name) IN x.keys
OPTIONAL MATCH (m)<-[:TOOK_PART_IN]-(other:Person|Organization|Place)
WHERE other.id <> x.id
WITH x, m, collect(coalesce(other.name, '')) AS named
UNWIND named + m.unnamed AS met
WITH x, m, met
WHERE met <> ''
OPTIONAL MATCH (m)-[:HELD_AT]->(p:Place)
RETURN x.name AS name, met, m.modality AS modality, p.name AS place, m.`from` AS `from`, m.`to` AS `to`,
       m.independentSources AS sources, m.articles AS articles
ORDER BY sources DESC, articles DESC, name, met, `from`, `to`, m.id, place
LIMIT $limit

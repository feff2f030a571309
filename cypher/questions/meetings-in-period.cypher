// title: Meetings in a period
// asks: Who met whom between two days, anywhere or at one place?
// params: from: string, to: string, place: string = '', limit: integer = 100
// example: from=2017-12-01 to=2017-12-31
MATCH (m:Meeting)
WHERE coalesce(m.`to`, m.`from`) >= $from AND coalesce(m.`from`, m.`to`) <= $to
OPTIONAL MATCH (m)-[:HELD_AT]->(p:Place)
WITH m, p
WHERE $place = '' OR toLower($place) IN p.keys
RETURN m.title AS meeting, m.modality AS modality, p.name AS place, m.`from` AS `from`, m.`to` AS `to`,
       m.independentSources AS sources, m.articles AS articles
ORDER BY coalesce(m.`from`, m.`to`), coalesce(m.`to`, m.`from`), meeting, m.id, place
LIMIT $limit

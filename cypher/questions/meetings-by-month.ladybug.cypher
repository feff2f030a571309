// title: Meetings by month
// asks: How many meetings does each month have that the articles date?
// params: limit: integer = 120
// example:
MATCH (m:Meeting)
WITH left(coalesce(m.`from`, m.`to`), 7) AS month, m.modality AS modality, count(*) AS meetings
WHERE month IS NOT NULL
RETURN month, modality, meetings
ORDER BY month, modality
LIMIT $limit

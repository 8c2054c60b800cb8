/** Node's and PostgreSQL's words for: there is no database at the other end just now. */
const codes = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENOTFOUND', 'EAI_AGAIN'],
  // Connection exceptions, shutdown, crash recovery, starting up, too many connections.
  ...['08000', '08003', '08006', '08001', '57P01', '57P02', '57P03', '53300'],
]);

/** The driver gives these no code. */
const messages =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

/** Whether an error, or what caused it, says that the database cannot be reached: a matter of waiting, not of a bug. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return codes.has(code) || messages.test(error.message) || isDatabaseAway(error.cause);
}

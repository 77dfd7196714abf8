/** JSON lines with a level. Never a name, an address or a message text: ids, codes and counts only. */
export interface Log {
  info(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
}
type LogFields = Readonly<Record<string, string | number | boolean | null>>;

export function jsonLog(write: (line: string) => void): Log {
  const line =
    (level: string) =>
    (event: string, fields: LogFields = {}) =>
      write(`${JSON.stringify({ level, event, ...fields })}\n`);
  return { info: line('info'), error: line('error') };
}

/** Dates for a sentence: "2025-07-15, 2025-07-16 and 3 more". */
export function sessionList(sessions: readonly string[], most = 4): string {
  if (sessions.length <= most) {
    return sessions.length > 1 ? `${sessions.slice(0, -1).join(', ')} and ${sessions.at(-1)}` : (sessions[0] ?? '');
  }
  return `${sessions.slice(0, most - 1).join(', ')} and ${sessions.length - most + 1} more`;
}

/** "1 row", "3 rows". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** A level for a sentence, with a point before the decimals and commas between thousands: "22,884.59". */
export function level(value: number): string {
  return value.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}

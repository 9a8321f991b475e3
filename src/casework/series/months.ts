/** Months (YYYY-MM) between two, both left out. */
export function monthsBetween(from: string, to: string): string[] {
  const months: string[] = [];
  for (let month = nextMonth(from); month < to; month = nextMonth(month)) months.push(month);
  return months;
}

export function nextMonth(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}

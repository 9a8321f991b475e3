const SHAPE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
const LONG_MONTHS = [1, 3, 5, 7, 8, 10, 12];

/** Whether it is a date as precise as papers print it: `2025-03-14`, `2025-03`, `2025`; the 30th of February is none. */
export function isPrintedDate(text: string): boolean {
  const [, year, month = '01', day = '01'] = SHAPE.exec(text) ?? [];
  if (year === undefined) return false;
  const [inYear, nth] = [Number(month), Number(day)];
  return inYear >= 1 && inYear <= 12 && nth >= 1 && nth <= daysIn(inYear, Number(year));
}

function daysIn(month: number, year: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return LONG_MONTHS.includes(month) ? 31 : 30;
}

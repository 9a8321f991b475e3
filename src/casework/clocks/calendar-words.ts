/** What the calendar says around the pipeline's own sentences. */
export const CALENDAR_WORDS = {
  fr: {
    calendar: (name: string) => `Liasse – échéances de ${name}`,
    event: (name: string, title: string) => `${name} : ${title}`,
    possible: (label: string, end: string) => `${label} – ${end}`,
    unclear: (title: string) => `${title} (à vérifier)`,
    opens: (label: string) => `${label} : possible à partir d'aujourd'hui`,
    actBy: (label: string) => `${label} : à faire aujourd'hui au plus tard`,
    source: (source: string) => `Source : ${source}`,
  },
  en: {
    calendar: (name: string) => `Liasse – deadlines of ${name}`,
    event: (name: string, title: string) => `${name}: ${title}`,
    possible: (label: string, end: string) => `${label} – ${end}`,
    unclear: (title: string) => `${title} (to be checked)`,
    opens: (label: string) => `${label}: possible from today on`,
    actBy: (label: string) => `${label}: act today at the latest`,
    source: (source: string) => `Source: ${source}`,
  },
} as const;

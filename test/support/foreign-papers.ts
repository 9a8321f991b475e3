/** A birth certificate in Spanish; `mark` makes it another one. */
export function spanishBirthCertificate(mark = '4582117'): string {
  return `REPÚBLICA DE COLOMBIA
REGISTRO CIVIL
ACTA DE NACIMIENTO

Número de acta: ${mark}
En la ciudad de Bogotá, el 12 de abril de 1987, nació una niña que recibió el nombre de Lucía Marcela.
Apellidos: ORTEGA RUIZ
Nombres: LUCÍA MARCELA
Fecha de nacimiento: 12/04/1987
Lugar de nacimiento: Bogotá
Nombre del padre: Carlos Ortega
Nombre de la madre: Ana Ruiz

Expedido en Bogotá, el 3 de marzo de 2024
El Registrador del Estado Civil
`;
}

/** Its translation, in which the day of birth can be another one. */
export function frenchTranslation({ born = '12 avril 1987', mark = '4582117' } = {}): string {
  return `RÉPUBLIQUE DE COLOMBIE
ÉTAT CIVIL
ACTE DE NAISSANCE

Traduction certifiée conforme à l'original en langue espagnole

Numéro de l'acte : ${mark}
Dans la ville de Bogotá, le ${born}, est née une fille prénommée Lucía Marcela.
Nom : ORTEGA RUIZ
Prénoms : LUCÍA MARCELA
Date de naissance : ${born}
Lieu de naissance : Bogotá
Nom du père : Carlos Ortega
Nom de la mère : Ana Ruiz

Délivré à Bogotá, le 3 mars 2024
L'officier de l'état civil

Traduit par mes soins, traductrice assermentée près la cour d'appel de Paris, le 20 novembre 2026
`;
}

/** A letter in no language that can be told. */
export const UNCLEAR_LETTER = `Zqx vornal tipe 2024
Krovan belit mosda plurn
Nadro vek silpa tarn ogu
`;

/** A name for somebody whom a scenario only counts, and how they are spoken of. */
export interface ExtraName {
  readonly name: string;
  readonly pronoun: 'she' | 'he';
}

const WOMEN = `Ada Anouk Astrid Brida Cass Celia Dara Dinah Edda Elke Enid Flor Gale Greta Hanne Ida Ilse Ines Juno Katrin
Lena Lotte Mabel Maren Mina Nadia Nell Nora Oda Orla Petra Rika Rosa Runa Sanna Senna Signe Svea Tess Thea
Tilda Ula Una Vera Wanda Wren Yara Ysolde Zora`;
const MEN = `Abel Aldo Arlo Asa Bela Bran Cort Dag Dell Doran Egan Emil Esra Ezra Fenn Gerrit Gil Hale Hob Imre Iver Jarle
Jonas Jory Kaspar Kit Lars Lev Lorne Lund Mads Marek Mattis Milo Moss Niko Nils Olin Oskar Otis Pavel Pim
Quill Rafe Ralf Renn Roald Saul Sten Tarn Tor Ulrik Vance Vidar Viggo Wim Yorick Zeke`;

/** Given names: short, from many tongues, easy to tell apart in a text; in byte order. */
export const EXTRA_NAMES: readonly ExtraName[] = [...named(WOMEN, 'she'), ...named(MEN, 'he')].sort((a, b) =>
  a.name < b.name ? -1 : 1,
);

function named(names: string, pronoun: 'she' | 'he'): ExtraName[] {
  return names.split(/\s+/).map((name) => ({ name, pronoun }));
}

/** Given names for people whom a scenario only counts; short, from many tongues, easy to tell apart in a text. */
export const EXTRA_NAMES: readonly string[] =
  `Abel Ada Aldo Anouk Arlo Asa Astrid Bela Bran Brida Cass Celia Cort Dag Dara Dell Dinah Doran Edda Egan Elke Emil Enid
Esra Ezra Fenn Flor Gale Gerrit Gil Greta Hale Hanne Hob Ida Ilse Imre Ines Iver Jarle Jonas Jory Juno Kaspar Katrin Kit
Lars Lena Lev Lorne Lotte Lund Mabel Mads Maren Marek Mattis Milo Mina Moss Nadia Nell Niko Nils Nora Oda Olin Orla Oskar
Otis Pavel Petra Pim Quill Rafe Ralf Renn Rika Roald Rosa Runa Sanna Saul Senna Signe Sten Svea Tarn Tess Thea Tilda Tor
Ula Ulrik Una Vance Vera Vidar Viggo Wanda Wim Wren Yara Yorick Ysolde Zeke Zora`.split(/\s+/);

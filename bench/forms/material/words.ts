const sentences = [
  'Zażółć gęślą jaźń, prosiła sąsiadka z Łodzi, gdyż posterunek służył całej okolicy',
  'Příliš žluťoučký kůň úpěl ďábelské ódy u městské služebny každý čtvrtý týden',
  'Secția de poliție rămâne deschisă și după prânz, fiindcă vârstnicii nu știu altă cale',
  'Şişli sokağında oturan yaşlı öğretmen güneş doğmadan önce karakola gidip yardım ister',
  'Chúng tôi muốn giữ quầy tiếp dân vì nhiều người già không dùng được mạng',
  'Árvíztűrő tükörfúrógép mellett várta a rendőrőrs ügyfélszolgálatát minden este hétkor',
  'Čovjek iz naše ulice pješice dođe do šaltera i kaže što se noću događalo',
  'Mūsu iecirknī vienmēr kāds uzklausīja, un tāpēc mēs lūdzam to neslēgt',
  'Vyhľadávať pomoc cez telefón je pre môjho otca ťažké, lebo zle počuje',
  'Güvenliğimiz için çalışan görevlilere teşekkür eder, açık kalmasını dileriz',
]

/** Letters with a stroke or without a dot, which do not come apart into a letter and a mark. */
const whole: Record<string, string> = { đ: 'd', Đ: 'D', ł: 'l', Ł: 'L', ı: 'i' }

/** The same text in ASCII, letter for letter, so that it is as long and nearly as wide. */
export const inAscii = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[đĐłŁı]/g, (letter) => whole[letter] ?? letter)

/** Words of Polish, Czech, Romanian, Turkish, Vietnamese and others, from Latin Extended; none is broken at a hyphen. */
export const words: string[] = sentences.flatMap((sentence) => sentence.normalize('NFC').replaceAll(',', '').split(' '))

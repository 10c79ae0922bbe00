// The characters that the fonts must contain, and the labels they are measured with.

const range = (from, to) => Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i));
const TONES = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];
const syllabic = [...'aăâeêioôơuưy'].flatMap((v) => TONES.map((t) => (v + t).normalize('NFC')));

/** The 134 letters of Vietnamese beyond ASCII, both cases, precomposed. */
export const VIETNAMESE = [...syllabic, 'đ'].flatMap((c) => [c, c.toUpperCase()]).filter((c) => c > '~');

/** Every character of the subset in order of code point. ² is for "km²". */
export const CHARACTERS = [
  ...new Set([...range(0x20, 0x7e), ...VIETNAMESE, '\u00a0', ...'«»“”‘’–—…·×÷±−°§²₫']),
].sort((a, b) => a.codePointAt(0) - b.codePointAt(0));

export const DIGITS = '0123456789';

export const LABELS = [
  'Bộ Nông nghiệp và Phát triển nông thôn',
  'Bộ Văn hóa, Thể thao và Du lịch',
  'Bộ Lao động - Thương binh và Xã hội',
  'Bộ Thông tin và Truyền thông',
  'Bộ Tài nguyên và Môi trường',
  'Ngân hàng Nhà nước Việt Nam',
  'Thanh tra Chính phủ',
  'Ủy ban Dân tộc',
  'TP. Hồ Chí Minh',
  'Thừa Thiên Huế',
  'Bà Rịa - Vũng Tàu',
  'Đắk Lắk',
  'Tây Ninh',
  'Trà Vinh',
  'Tuyên Quang',
  'Lào Cai',
  'Yên Bái',
  'Vĩnh Phúc',
  'Hòa Bình',
  'Trung du và miền núi phía Bắc',
  'Đồng bằng sông Cửu Long',
  'Trung bình 63 tỉnh, thành phố',
  'Tỷ lệ hồ sơ trực tuyến toàn trình',
  'Chỉ số cải cách hành chính (PAR INDEX)',
  '87,02%',
  'dưới 10%',
  'trên 90% đến 96,47%',
  'hạng 1–3',
  '1.234.567 hồ sơ',
  'tháng 8/2024',
];

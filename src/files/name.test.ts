import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanName, contentDisposition } from './name.ts';

test.each([
  ['报告（终稿）.PDF', '报告（终稿）.pdf'],
  ['../../etc/passwd', 'passwd.pdf'],
  ['..\\..\\boot.ini', 'boot.ini.pdf'],
  ['/absolute/a.pdf', 'a.pdf'],
  ['%2e%2e%2fa.pdf', '_2e_2e_2fa.pdf'],
  ['a\u0000b.pdf', 'ab.pdf'],
  ['照片\u202Efdp.exe', '照片fdp.exe.pdf'],
  ['CON', 'file-CON.pdf'],
  ['nul.pdf', 'file-nul.pdf'],
  ['.htaccess', 'htaccess.pdf'],
  ['a.php.pdf', 'a.php.pdf'],
  ['a.pdf. . ', 'a.pdf'],
  ['', 'file.pdf'],
  ['🏙️.pdf', '🏙️.pdf'],
])('“%s” is kept as “%s”', (given, kept) => {
  expect(cleanName(given, ['pdf'])).toBe(kept);
});

test('a long name is cut between letters and keeps its ending', () => {
  const name = cleanName(`${'👨‍👩‍👧‍👦'.repeat(60)}.pdf`, ['pdf']);
  expect(name.length).toBeLessThan(200);
  expect(name).toMatch(/👨‍👩‍👧‍👦\.pdf$/);
});

test('whatever a file is called, its name leads nowhere and ends as its content does', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (given) => {
      const name = cleanName(given, ['pdf']);
      expect(name).toMatch(/^[^./\\\u0000-\u001f\u202e][^/\\\u0000-\u001f\u202e]*\.pdf$/u);
      expect(name.length).toBeLessThanOrEqual(200);
      expect(name.isWellFormed()).toBe(true);
      expect(contentDisposition('attachment', name)).toMatch(/^[\u0020-\u007e]+$/);
    }),
  );
});

test('a download says its name in both forms, and nothing in it can end the header', () => {
  expect(contentDisposition('attachment', '年报 "a".pdf')).toBe(
    `attachment; filename="__ _a_.pdf"; filename*=UTF-8''%E5%B9%B4%E6%8A%A5%20%22a%22.pdf`,
  );
  expect(contentDisposition('attachment', 'a\r\nSet-Cookie: x')).not.toMatch(/[\r\n]/);
});

import type { ForeignKind } from './file-fault.ts';

/** What a body is by its first bytes, where they are those of no text; null for anything else. */
export function foreignBytes(bytes: Uint8Array): ForeignKind | null {
  const begins = (...start: readonly number[]): boolean => start.every((byte, i) => bytes[i] === byte);
  if (begins(0x50, 0x4b, 0x03, 0x04) || begins(0x50, 0x4b, 0x05, 0x06)) return insideZip(bytes);
  if (begins(0xd0, 0xcf, 0x11, 0xe0)) return 'old-excel-workbook';
  // The record that begins a sheet of Excel before 1995.
  if (begins(0x09, 0x08) || begins(0x09, 0x04) || begins(0x09, 0x02)) return 'old-excel-workbook';
  if (
    begins(0x1f, 0x8b) ||
    begins(0x42, 0x5a, 0x68) ||
    begins(0x37, 0x7a, 0xbc, 0xaf) ||
    begins(0x52, 0x61, 0x72, 0x21)
  )
    return 'compressed';
  if (begins(0x25, 0x50, 0x44, 0x46)) return 'pdf';
  if (begins(0x50, 0x41, 0x52, 0x31)) return 'parquet';
  const isImage =
    begins(0x89, 0x50, 0x4e, 0x47) ||
    begins(0xff, 0xd8, 0xff) ||
    begins(0x47, 0x49, 0x46, 0x38) ||
    (begins(0x42, 0x4d) && bytes[6] === 0 && bytes[7] === 0) ||
    begins(0x49, 0x49, 0x2a, 0x00) ||
    begins(0x4d, 0x4d, 0x00, 0x2a) ||
    (begins(0x52, 0x49, 0x46, 0x46) && bytes[8] === 0x57);
  return isImage ? 'image' : null;
}

/** Workbooks are archives, and their first and last entries tell which. */
function insideZip(bytes: Uint8Array): ForeignKind {
  const latin = new TextDecoder('latin1');
  const text = latin.decode(bytes.subarray(0, 8192)) + latin.decode(bytes.subarray(-65_536));
  if (text.includes('xl/') || text.includes('[Content_Types].xml')) return 'excel-workbook';
  if (text.includes('application/vnd.oasis.opendocument')) return 'open-document';
  return text.includes('Index/') && text.includes('.iwa') ? 'numbers-workbook' : 'zip';
}

/** What a text is that is no table of cells; null where it may be one. */
export function foreignText(text: string): ForeignKind | null {
  const head = text.slice(0, 2000).trimStart();
  if (/^<(?:!doctype html|html|head|body|table|meta|script|title|div|!--)/i.test(head)) return 'web-page';
  if (/^<\?xml/i.test(head))
    return /<html/i.test(head)
      ? 'web-page'
      : /urn:schemas-microsoft-com:office:spreadsheet/i.test(head)
        ? 'old-excel-workbook'
        : 'xml';
  if (head.startsWith('{\\rtf')) return 'rich-text';
  if (head.startsWith('%PDF-')) return 'pdf';
  if (/^(?:\{\s*["}]|\[\s*[[{\]"])/.test(head)) return 'json';
  return null;
}

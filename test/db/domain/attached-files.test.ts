import { describe, expect, it } from 'vitest';
import { LARGEST_ATTACHMENT, mediaTypeOf, whyNotAttached, whyNotOfSize } from '../../../db/domain/attached-files.ts';
import { cleanFileName } from '../../../db/domain/file-names.ts';

const text = (words: string): Uint8Array => new TextEncoder().encode(words);
const bytes = (...values: readonly number[]): Uint8Array => Uint8Array.from(values);
const at = (place: number, words: string, length = place + 600): Uint8Array => {
  const file = new Uint8Array(length);
  file.set(text(words), place);
  return file;
};
const utf16 = (words: string): Uint8Array => {
  const file = new Uint8Array(2 + words.length * 2);
  file.set([0xff, 0xfe]);
  words.split('').forEach((letter, place) => file.set([letter.charCodeAt(0), 0], 2 + place * 2));
  return file;
};

/** A zip of empty entries: a header each, the directory, its end. */
const zip = (...names: readonly string[]): Uint8Array => {
  const entries = names.map((name) => {
    const head = new Uint8Array(46 + text(name).length);
    const view = new DataView(head.buffer);
    view.setUint32(0, 0x02014b50, true);
    view.setUint16(28, text(name).length, true);
    head.set(text(name), 46);
    return head;
  });
  const directory = entries.reduce((size, entry) => size + entry.length, 0);
  const file = new Uint8Array(4 + directory + 22);
  const view = new DataView(file.buffer);
  view.setUint32(0, 0x04034b50, true);
  let place = 4;
  for (const entry of entries) {
    file.set(entry, place);
    place += entry.length;
  }
  view.setUint32(place, 0x06054b50, true);
  view.setUint16(place + 10, names.length, true);
  view.setUint32(place + 16, 4, true);
  return file;
};

const OLD_OFFICE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const wide = (words: string): readonly number[] => words.split('').flatMap((letter) => [letter.charCodeAt(0), 0]);

describe('a file that may not be attached', () => {
  it.each([
    ['a program by its name', 'setup.exe', text('x'), /a program/],
    ['a program that calls itself a report', 'report.pdf', bytes(0x4d, 0x5a, 0x90), /a program for Windows/],
    ['a program behind two ends', 'report.pdf.scr', text('x'), /a program/],
    ['a program for Linux without an end', 'report', bytes(0x7f, 0x45, 0x4c, 0x46, 2), /a program for Linux/],
    ['a program for macOS', 'report', bytes(0xcf, 0xfa, 0xed, 0xfe), /a program for macOS/],
    ['a script by its name, in capitals', 'RUN.PS1', text('x'), /a script/],
    ['a script by its first line', 'notes.txt', text('#!/bin/sh\nrm -rf ~'), /a script/],
    ['a shortcut by its name', 'board.lnk', text('x'), /a shortcut/],
    ['a shortcut by its first bytes', 'board.pdf', bytes(0x4c, 0, 0, 0, 1, 0x14, 2, 0), /a shortcut/],
    ['a shortcut to an address', 'board.txt', text('[InternetShortcut]\nURL=x'), /a shortcut/],
    ['a disk image by its name', 'files.iso', text('x'), /a disk image/],
    ['a disk image by what lies deep inside', 'files.pdf', at(0x8001, 'CD001'), /a disk image/],
    ['a disk image by its end', 'files.pdf', at(88, 'koly', 600), /a disk image/],
    ['Word with macros by its name', 'plan.docm', text('x'), /macros/],
    ['Word with macros inside', 'plan.docx', zip('word/document.xml', 'word/vbaProject.bin'), /macros/],
    ['Excel with old macro sheets', 'plan.xlsx', zip('xl/macrosheets/sheet1.xml'), /macros/],
    ['OpenDocument with macros', 'plan.odt', zip('content.xml', 'Basic/Standard/Module1.xml'), /macros/],
    ['an old Office file with macros', 'plan.doc', bytes(...OLD_OFFICE, ...wide('_VBA_PROJECT')), /macros/],
    ['a web page with script', 'page.html', text('<html><script>go()</script>'), /script in it/],
    ['a web page with a handler', 'page.html', text('<html><img src=x onerror = "go()">'), /script in it/],
    ['a web page that goes elsewhere', 'page.htm', text('<meta http-equiv="refresh" content="0">'), /script in it/],
    ['a drawing with script', 'map.svg', text('<svg xmlns="x"><script>go()</script></svg>'), /script in it/],
    ['a drawing with a link that runs', 'map.svg', text('<svg><a href="javascript:go()"/></svg>'), /script in it/],
    ['a web page that calls itself text', 'page.txt', text('  <!-- x --><!DOCTYPE html><script>'), /script in it/],
    ['a web page in wide letters', 'page.html', utf16('<html><script>'), /script in it/],
    ['an archive with a program', 'all.zip', zip('minutes.pdf', 'tools/setup.exe'), /holds a program/],
    ['an archive with a script, with backslashes', 'all.zip', zip('a\\b\\run.vbs'), /holds a script/],
    ['an archive in an archive', 'all.zip', zip('more.zip'), /another archive/],
    ['an archive with a web page', 'all.zip', zip('index.html'), /web page/],
    ['an archive that is cut off', 'all.zip', zip('minutes.pdf').slice(0, 40), /cannot be read to its end/],
    ['an archive that cannot be looked into', 'all.rar', text('x'), /unpack it/],
    ['a packed file by its first bytes', 'all.pdf', bytes(0x1f, 0x8b, 8), /unpack it/],
    ['an empty file', 'minutes.pdf', bytes(), /empty/],
  ])('%s is refused in words', (_, name, contents, why) => {
    expect(whyNotAttached(cleanFileName(name), contents)).toMatch(why);
  });

  it('that is too large is refused by its size alone, with both figures', () => {
    expect(whyNotOfSize(LARGEST_ATTACHMENT)).toBeNull();
    expect(whyNotOfSize(LARGEST_ATTACHMENT + 1)).toBe('The file has 25.1 MB; at most 25 MB can be attached.');
  });

  it('never keeps the program busy, however it was made', () => {
    const began = performance.now();
    for (const part of ['<!---->', '<meta ', '< ', ' on', 'javascript']) {
      whyNotAttached('page.html', text(`<html>${part.repeat(200_000)}`));
      whyNotAttached('page.txt', text(part.repeat(200_000)));
    }
    expect(performance.now() - began).toBeLessThan(2000);
  });
});

describe('a file that may be attached', () => {
  it.each([
    ['a PDF', 'report.pdf', text('%PDF-1.7')],
    ['a Word document', 'plan.docx', zip('[Content_Types].xml', 'word/document.xml', 'word/embeddings/oleObject1.bin')],
    ['a spreadsheet', 'audit.xlsx', zip('xl/workbook.xml', 'xl/printerSettings/printerSettings1.bin')],
    ['an old Word document without macros', 'plan.doc', bytes(...OLD_OFFICE, ...wide('WordDocument'))],
    ['a photograph', 'board.jpg', bytes(0xff, 0xd8, 0xff, 0xe0)],
    ['plain text that speaks of scripts', 'minutes.txt', text('The script on = off was discussed: <script>')],
    ['a web page without script', 'page.html', text('<html><body><p>Minutes</p></body></html>')],
    ['an archive of documents', 'papers.zip', zip('papers/', 'papers/minutes.pdf')],
    ['a kind that nobody has heard of', 'casenotes.xyz', text('x')],
  ])('%s is let in', (_, name, contents) => {
    expect(whyNotAttached(cleanFileName(name), contents)).toBeNull();
  });

  it('has its kind from its name', () => {
    expect(mediaTypeOf('Audit.PDF')).toBe('application/pdf');
    expect(mediaTypeOf('casenotes')).toBe('application/octet-stream');
  });
});

describe('the name of an attached file', () => {
  it.each([
    ['is left as it is when it is plain', 'Audit of 20 files.pdf', 'Audit of 20 files.pdf'],
    ['loses a path', '/home/someone/secret/audit.pdf', 'audit.pdf'],
    ['loses a path of Windows', 'C:\\Users\\someone\\audit.pdf', 'audit.pdf'],
    ['loses a way up', '../../audit.pdf', 'audit.pdf'],
    ['loses letters that turn the reading direction', 'annual\u202Efdp.exe', 'annualfdp.exe'],
    ['loses letters that nobody sees', 'au\u200Bdit\uFEFF.pdf', 'audit.pdf'],
    ['loses control characters', 'audit\u0000\n.pdf', 'audit.pdf'],
    ['loses what systems do not allow', 'audit: "1"?.pdf', 'audit 1.pdf'],
    ['loses dots and spaces at its end', 'audit.exe. . ', 'audit.exe'],
    ['is not that of a device', 'con.pdf', '_con.pdf'],
    ['is composed', 'Cafe\u0301.pdf', 'Café.pdf'],
    ['is something when nothing is left', '\u202E..', 'Untitled'],
  ])('%s', (_, given, clean) => {
    expect(cleanFileName(given)).toBe(clean);
  });

  it('has at most 120 characters, and keeps its end', () => {
    const name = cleanFileName(`${'a'.repeat(500)}.docx`);
    expect(name).toHaveLength(120);
    expect(name).toMatch(/a\.docx$/);
  });
});

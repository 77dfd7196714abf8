import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Whether LibreOffice is on this machine; the tests never install it. */
export const hasLibreOffice = (): boolean => spawnSync('soffice', ['--version']).status === 0;

/**
 * What somebody does to a call sheet in LibreOffice: fills rows in, sorts by phone number downwards, filters to the rows
 * without a result, moves the memo in front and puts a column of their own in between, renames the sheet, saves.
 * Columns as `SHEET_COLUMNS`; rows by their place before the sorting.
 */
const MACRO = `
Sub EditAndSave(source As String, target As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden" : hidden(0).Value = True
  doc = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
  sheet = doc.Sheets.getByIndex(0)
  cursor = sheet.createCursor() : cursor.gotoEndOfUsedArea(False)
  last = cursor.RangeAddress.EndRow
  sheet.getCellRangeByName("H2").String = "不在"
  sheet.getCellRangeByName("H3").String = "再TEL"
  sheet.getCellRangeByName("J3").FormulaLocal = "2026-11-25"
  sheet.getCellRangeByName("K3").FormulaLocal = "14:00"
  sheet.getCellRangeByName("M3").String = "稟議のあと"
  sheet.getCellRangeByName("H4").String = "断り"
  sheet.getCellRangeByName("I4").String = "予算"
  sheet.getCellRangeByName("H5").Value = 5
  Dim field(0) As New com.sun.star.table.TableSortField
  field(0).Field = 4 : field(0).IsAscending = False
  Dim sorting(1) As New com.sun.star.beans.PropertyValue
  sorting(0).Name = "SortFields" : sorting(0).Value = field()
  sorting(1).Name = "ContainsHeader" : sorting(1).Value = True
  area = sheet.getCellRangeByPosition(0, 0, 14, last)
  area.sort(sorting())
  filter = area.createFilterDescriptor(True)
  Dim empties(0) As New com.sun.star.sheet.TableFilterField
  empties(0).Field = 7 : empties(0).Operator = com.sun.star.sheet.FilterOperator.EMPTY
  filter.setFilterFields(empties()) : filter.ContainsHeader = True
  area.filter(filter)
  sheet.Columns.insertByIndex(0, 2)
  Dim front As New com.sun.star.table.CellAddress
  sheet.moveRange(front, sheet.getCellRangeByPosition(14, 0, 14, last).RangeAddress)
  sheet.getCellByPosition(1, 0).String = "自分用"
  sheet.Name = "佐藤さんの分"
  Dim saving(0) As New com.sun.star.beans.PropertyValue
  saving(0).Name = "FilterName" : saving(0).Value = "Calc MS Excel 2007 XML"
  doc.storeToURL(target, saving())
  doc.close(True)
End Sub
`;

const xml = (doctype: string, body: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE ${doctype}>\n${body}`;
const LIBRARIES = '-//OpenOffice.org//DTD OfficeDocument 1.0//EN';
const SPACES =
  'xmlns:library="http://openoffice.org/2000/library" xmlns:xlink="http://www.w3.org/1999/xlink"';

/** Lets a real LibreOffice edit, sort, filter and save a call sheet; `dir` holds its profile. */
export function editInLibreOffice(source: string, target: string, dir: string): void {
  const profile = join(dir, 'libre-office');
  // The first start makes the profile; what lies there before is written over.
  start(profile, ['--terminate_after_init']);
  const basic = join(profile, 'user', 'basic');
  mkdirSync(join(basic, 'Standard'), { recursive: true });
  writeFileSync(
    join(basic, 'script.xlc'),
    xml(
      `library:libraries PUBLIC "${LIBRARIES}" "libraries.dtd"`,
      `<library:libraries ${SPACES}><library:library library:name="Standard" library:link="false"/></library:libraries>`,
    ),
  );
  writeFileSync(
    join(basic, 'Standard', 'script.xlb'),
    xml(
      `library:library PUBLIC "${LIBRARIES}" "library.dtd"`,
      `<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false"><library:element library:name="Sheets"/></library:library>`,
    ),
  );
  const escaped = MACRO.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  writeFileSync(
    join(basic, 'Standard', 'Sheets.xba'),
    xml(
      `script:module PUBLIC "${LIBRARIES}" "module.dtd"`,
      `<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Sheets" script:language="StarBasic">${escaped}</script:module>`,
    ),
  );
  const [from, to] = [source, target].map(path => pathToFileURL(path).href);
  start(profile, [`macro:///Standard.Sheets.EditAndSave("${from}","${to}")`]);
}

function start(profile: string, args: readonly string[]): void {
  const { status, stderr } = spawnSync(
    'soffice',
    [`-env:UserInstallation=${pathToFileURL(profile).href}`, '--headless', '--norestore', ...args],
    { timeout: 90_000, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`LibreOffice: ${stderr}`);
}

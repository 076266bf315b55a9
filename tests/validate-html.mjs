// Validates every .html file of a folder with html-validate; prints what is wrong and ends with 1 when anything is.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { HtmlValidate, StaticConfigLoader, formatterFactory } from 'html-validate';

const everywhere = {
  // How Razor writes is no mistake: a slash in void elements, blanks at the end of a line.
  'void-style': 'off', 'no-trailing-whitespace': 'off',
  // A form sends a list as one name with several values.
  'form-dup-name': 'off',
};
const mails = {
  // Mail clients drop style sheets, know few elements and lay out with tables.
  'no-inline-style': 'off', 'prefer-native-element': 'off', 'no-deprecated-attr': 'off', deprecated: 'off', 'prefer-tbody': 'off',
};
const folder = process.argv[2];
const validate = async (prefix, rules) => {
  const html = new HtmlValidate(new StaticConfigLoader({
    root: true, extends: ['html-validate:recommended'], rules: { ...everywhere, ...rules },
  }));
  const files = readdirSync(folder).filter((name) => name.startsWith(prefix)).map((name) => join(folder, name));
  return html.validateMultipleFiles(files);
};
const reports = [await validate('page-', {}), await validate('mail-', mails)];
for (const report of reports) console.log(formatterFactory('text')(report.results));
process.exit(reports.every((report) => report.valid) ? 0 : 1);

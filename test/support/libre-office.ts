import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolder } from "./database.ts";

const binary = process.env.SOFFICE_PATH ?? "/usr/bin/soffice";

/** Why there is no LibreOffice to open files with, or undefined when there is one. */
export function libreOfficeMissing(): string | undefined {
  if (existsSync(binary)) return undefined;
  return `there is no ${binary}; on Debian: apt-get install libreoffice-calc-nogui --no-install-recommends`;
}

export function warnWithoutLibreOffice(): void {
  const reason = libreOfficeMissing();
  if (reason !== undefined) console.warn(`\n*** NOT TESTED WITH A REAL SPREADSHEET: ${reason} ***\n`);
}

/** A CSV file opened in a real spreadsheet and saved again: its cells as XML, formulas marked as such. */
export function openedInCalc(csv: string): string {
  const folder = temporaryFolder();
  const file = join(folder, "export.csv");
  writeFileSync(file, csv);
  execFileSync(
    binary,
    [
      `-env:UserInstallation=file://${join(folder, "profile")}`,
      ...["--headless", "--convert-to", "fods", "--outdir", folder, file],
    ],
    { stdio: "ignore", timeout: 120_000 },
  );
  return readFileSync(join(folder, "export.fods"), "utf8");
}

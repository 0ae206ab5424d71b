/** The file cannot be taken; the message says where and why. Nothing was changed. */
export class ExportRefused extends Error {}

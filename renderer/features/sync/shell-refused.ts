/** The shell words its own refusals; the data process's are worded by their code. */
export class ShellRefused extends Error {
  override readonly name = 'ShellRefused';
}

import { create } from 'zustand';

/**
 * Forms that were begun and not sent, by name: they survive going to another place and back. Memory only, never written
 * anywhere; gone with the page, so also with a lock. (Texts edited in place are kept by renderer/ui itself.)
 */
const useDrafts = create<Readonly<Record<string, unknown>>>(() => ({}));

/** `const [form, setForm, forget] = useDraft('new review', emptyForm)`. */
export const useDraft = <Form>(
  name: string,
  initial: Form,
): readonly [form: Form, change: (part: Partial<Form>) => void, forget: () => void] => {
  const formIn = (drafts: Readonly<Record<string, unknown>>): Form => (drafts[name] as Form | undefined) ?? initial;
  const form = useDrafts(formIn);
  const changeForm = (part: Partial<Form>): void =>
    useDrafts.setState((drafts) => ({ [name]: { ...formIn(drafts), ...part } }));
  const forget = (): void => useDrafts.setState({ [name]: undefined });
  return [form, changeForm, forget];
};

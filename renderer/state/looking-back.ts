import { create } from 'zustand';

/** How far the going back to an earlier day is, and how to give it up. */
export type GoingBack = {
  readonly doing: string;
  readonly done: number;
  readonly of: number;
  readonly cancel: () => void;
};

type LookingBack = {
  readonly isAsking: boolean;
  readonly goingBack: GoingBack | null;
  readonly problem: string | null;
};

const idle: LookingBack = { isAsking: false, goingBack: null, problem: null };

/** The choice of an earlier day, open or not, and the way there. */
export const useLookingBack = create<LookingBack>(() => idle);

export const askForDay = (): void => useLookingBack.setState({ ...idle, isAsking: true });
export const stopAsking = (): void => {
  useLookingBack.getState().goingBack?.cancel();
  useLookingBack.setState(idle);
};
export const showGoingBack = (goingBack: GoingBack): void =>
  useLookingBack.setState({ isAsking: true, goingBack, problem: null });
export const showDayRefused = (problem: string): void =>
  useLookingBack.setState({ isAsking: true, goingBack: null, problem });

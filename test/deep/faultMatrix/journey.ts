import type { Page } from 'playwright';
import type { Thresholds } from '../../../gadget/domain/thresholds.ts';
import type { User } from '../../../server-mock/store/users.ts';
import type { Lane } from '../../support/lane.ts';

/** A person at a computer. */
export interface Scene {
	readonly lane: Lane;
	readonly user: User;
	readonly page: Page;
}

/** Something that people go through, and what it takes. */
export interface Journey {
	readonly name: string;
	/** What the configuration page says as it begins. */
	readonly thresholds: Thresholds;
	/** Its calls to the API in an undisturbed run, in their order. */
	readonly calls: readonly string[];
	/** No person waits for it or is told that it failed: the next visit does it. */
	readonly isSilent?: true;
	/** It asks again by itself where the wiki is busy, and remembers in the browser where it was. */
	readonly isPatient?: true;
	/** Just comes to the page: what was begun is finished there. */
	visit(scene: Scene): Promise<unknown>;
	/** Creates the person, as they are when it begins. */
	prepare(lane: Lane): User;
	/** To where faults begin. */
	open(scene: Scene): Promise<void>;
	/** From there to the end, or to where the person is told that it cannot go on. */
	run(scene: Scene): Promise<void>;
	/** Once more, after they were told. */
	retry(scene: Scene): Promise<void>;
	/** Whether the person sees what they came for. */
	hasArrived(page: Page): Promise<boolean>;
	/** At the next visit: whether nothing of it had reached the wiki, so that they have to do it again. */
	isToBeDone(lane: Lane, user: User): boolean;
	/** What the wiki has of it, with the public acts: log entries and edits. */
	readEnd(lane: Lane, user: User): unknown;
	/** What the wiki has to have at the end of it. */
	readonly end: unknown;
}

/** Presses a button unless the person is told something else first. @returns Whether it was pressed. */
export async function pressUnlessTold(
	page: Page,
	button: ReturnType<Page['locator']>,
): Promise<boolean> {
	const alert = page.getByRole('alert');
	await button.or(alert).first().waitFor();
	if ((await alert.count()) > 0) {
		return false;
	}
	await button.click();
	return true;
}

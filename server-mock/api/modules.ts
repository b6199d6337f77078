import { allmessages } from './allmessages.ts';
import { allpages } from './allpages.ts';
import { allusers } from './allusers.ts';
import { clientlogin } from './clientlogin.ts';
import { deletePage } from './delete.ts';
import { edit } from './edit.ts';
import { expandtemplates } from './expandtemplates.ts';
import { growthmenteestatus } from './growthmenteestatus.ts';
import { growthmentorlist } from './growthmentorlist.ts';
import { growthmentormentee } from './growthmentormentee.ts';
import { growthsetmenteestatus } from './growthsetmenteestatus.ts';
import { growthsetmentor } from './growthsetmentor.ts';
import { logevents } from './logevents.ts';
import { login } from './login.ts';
import { logout } from './logout.ts';
import type { ActionModule, QueryModule } from './module.ts';
import { options } from './options.ts';
import { siteinfo } from './siteinfo.ts';
import { tokens } from './tokens.ts';
import { usercontribs } from './usercontribs.ts';
import { userinfo } from './userinfo.ts';
import { users } from './users.ts';

/** The values of `action`, but for `query`. */
export const actions: Readonly<Record<string, ActionModule>> = {
	clientlogin,
	delete: deletePage,
	edit,
	expandtemplates,
	growthsetmenteestatus,
	growthsetmentor,
	login,
	logout,
	options,
};

/** The values of `list`. */
export const lists: Readonly<Record<string, QueryModule>> = {
	allpages,
	allusers,
	growthmentorlist,
	growthmentormentee,
	logevents,
	usercontribs,
	users,
};

/** The values of `meta`. */
export const metas: Readonly<Record<string, QueryModule>> = {
	allmessages,
	growthmenteestatus,
	siteinfo,
	tokens,
	userinfo,
};

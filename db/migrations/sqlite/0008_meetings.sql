CREATE TABLE `agenda_items` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`meeting_id` text NOT NULL,
	`position` integer NOT NULL,
	`title` text NOT NULL,
	`minutes` integer NOT NULL,
	`leads` text NOT NULL,
	`paper` text NOT NULL,
	`about_kind` text NOT NULL,
	`about_id` text NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `agenda_items_meeting` ON `agenda_items` (`authority_id`,`meeting_id`,`position`);--> statement-breakpoint
CREATE TABLE `attendances` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`meeting_id` text NOT NULL,
	`member_id` text NOT NULL,
	`how` text NOT NULL,
	`named` integer NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`member_id`) REFERENCES `panel_members`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `attendances_once` ON `attendances` (`authority_id`,`meeting_id`,`member_id`);--> statement-breakpoint
CREATE INDEX `attendances_member` ON `attendances` (`authority_id`,`member_id`);--> statement-breakpoint
CREATE TABLE `meeting_actions` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`programme_id` text NOT NULL,
	`meeting_id` text NOT NULL,
	`item_id` text,
	`text` text NOT NULL,
	`owner` text NOT NULL,
	`due_on` text NOT NULL,
	`state` text NOT NULL,
	`outcome` text NOT NULL,
	`settled_on` text,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `meeting_actions_meeting` ON `meeting_actions` (`authority_id`,`meeting_id`);--> statement-breakpoint
CREATE INDEX `meeting_actions_programme` ON `meeting_actions` (`authority_id`,`programme_id`,`state`);--> statement-breakpoint
CREATE TABLE `meeting_decisions` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`programme_id` text NOT NULL,
	`meeting_id` text NOT NULL,
	`item_id` text,
	`text` text NOT NULL,
	`because` text NOT NULL,
	`rests_on` text NOT NULL,
	`votes_for` integer,
	`votes_against` integer,
	`votes_abstained` integer,
	`position` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `meeting_decisions_meeting` ON `meeting_decisions` (`authority_id`,`meeting_id`,`position`);--> statement-breakpoint
CREATE INDEX `meeting_decisions_programme` ON `meeting_decisions` (`authority_id`,`programme_id`);--> statement-breakpoint
CREATE TABLE `meeting_guests` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`meeting_id` text NOT NULL,
	`category` text NOT NULL,
	`count` integer NOT NULL,
	`names` text NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `meeting_guests_once` ON `meeting_guests` (`authority_id`,`meeting_id`,`category`);--> statement-breakpoint
CREATE TABLE `meeting_invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`meeting_id` text NOT NULL,
	`member_id` text NOT NULL,
	`invited_at` integer NOT NULL,
	`reply` text NOT NULL,
	`needs` text NOT NULL,
	`replied_at` integer,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`member_id`) REFERENCES `panel_members`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `meeting_invitations_once` ON `meeting_invitations` (`authority_id`,`meeting_id`,`member_id`);--> statement-breakpoint
CREATE INDEX `meeting_invitations_member` ON `meeting_invitations` (`authority_id`,`member_id`);--> statement-breakpoint
CREATE TABLE `meeting_notes` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`programme_id` text NOT NULL,
	`meeting_id` text NOT NULL,
	`item_id` text,
	`kind` text NOT NULL,
	`text` text NOT NULL,
	`said_by` text NOT NULL,
	`consent` text NOT NULL,
	`position` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `meeting_notes_meeting` ON `meeting_notes` (`authority_id`,`meeting_id`,`position`);--> statement-breakpoint
CREATE INDEX `meeting_notes_programme` ON `meeting_notes` (`authority_id`,`programme_id`,`kind`);--> statement-breakpoint
CREATE TABLE `meetings` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`programme_id` text NOT NULL,
	`group_id` text,
	`title` text NOT NULL,
	`held_on` text NOT NULL,
	`starts_at` text NOT NULL,
	`ends_at` text NOT NULL,
	`how` text NOT NULL,
	`place` text NOT NULL,
	`site_id` text,
	`joining_link` text NOT NULL,
	`interpreters` text NOT NULL,
	`childcare` integer NOT NULL,
	`travel` integer NOT NULL,
	`easy_read` integer NOT NULL,
	`helps` text NOT NULL,
	`quorum` integer,
	`state` text NOT NULL,
	`reason` text NOT NULL,
	`sequence` integer NOT NULL,
	`papers_at` integer,
	`approved_on` text,
	`approved_at` text,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `meetings_programme` ON `meetings` (`authority_id`,`programme_id`,`held_on`);
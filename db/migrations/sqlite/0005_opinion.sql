CREATE TABLE `conversation_statements` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`conversation_id` text NOT NULL,
	`number` integer NOT NULL,
	`position` integer NOT NULL,
	`text` text NOT NULL,
	`moderated` integer NOT NULL,
	`cast_agrees` integer NOT NULL,
	`cast_disagrees` integer NOT NULL,
	`cast_passes` integer NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`conversation_id`) REFERENCES `conversations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `conversation_statements_conversation` ON `conversation_statements` (`authority_id`,`conversation_id`,`position`);--> statement-breakpoint
CREATE TABLE `conversation_voters` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`conversation_id` text NOT NULL,
	`votes` text NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`conversation_id`) REFERENCES `conversations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `conversation_voters_conversation` ON `conversation_voters` (`authority_id`,`conversation_id`);--> statement-breakpoint
CREATE TABLE `conversations` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`programme_id` text NOT NULL,
	`title` text NOT NULL,
	`description` text NOT NULL,
	`address` text NOT NULL,
	`state` text NOT NULL,
	`digest` text NOT NULL,
	`voters` integer NOT NULL,
	`votes_cast` integer NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `conversations_programme` ON `conversations` (`authority_id`,`programme_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `conversations_digest` ON `conversations` (`authority_id`,`programme_id`,`digest`);--> statement-breakpoint
CREATE TABLE `participation_corrections` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`programme_id` text NOT NULL,
	`quarter` text NOT NULL,
	`line` text NOT NULL,
	`value` integer,
	`reason` text NOT NULL,
	`by_name` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `participation_corrections_quarter` ON `participation_corrections` (`authority_id`,`programme_id`,`quarter`);--> statement-breakpoint
CREATE TABLE `participation_returns` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`programme_id` text NOT NULL,
	`quarter` text NOT NULL,
	`number` integer NOT NULL,
	`answers` text NOT NULL,
	`frozen` text,
	`submitted_at` integer,
	`submitted_by` text,
	`version` integer NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `participation_returns_once` ON `participation_returns` (`authority_id`,`programme_id`,`quarter`,`number`);--> statement-breakpoint
CREATE TABLE `board_matters` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`board_id` text NOT NULL,
	`put_on` text NOT NULL,
	`put_by` text NOT NULL,
	`put` text NOT NULL,
	`outcome` text NOT NULL,
	`decided` text NOT NULL,
	`decided_on` text,
	`version` integer NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`board_id`) REFERENCES `boards`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `board_matters_board` ON `board_matters` (`authority_id`,`board_id`,`put_on`);--> statement-breakpoint
CREATE TABLE `board_seats` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`board_id` text NOT NULL,
	`name` text NOT NULL,
	`organisation` text NOT NULL,
	`role` text NOT NULL,
	`voting` integer NOT NULL,
	`of_panel` integer NOT NULL,
	`member_id` text,
	`from_on` text,
	`until_on` text,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`board_id`) REFERENCES `boards`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`member_id`) REFERENCES `panel_members`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `board_seats_board` ON `board_seats` (`authority_id`,`board_id`);--> statement-breakpoint
CREATE INDEX `board_seats_member` ON `board_seats` (`authority_id`,`member_id`);--> statement-breakpoint
CREATE TABLE `boards` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`programme_id` text NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`purpose` text NOT NULL,
	`terms` text NOT NULL,
	`cycle` text NOT NULL,
	`quorum` integer,
	`reports_to` text,
	`closed_on` text,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `boards_programme` ON `boards` (`authority_id`,`programme_id`);
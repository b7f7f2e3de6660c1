CREATE TABLE `answer_settings` (
	`authority_id` text PRIMARY KEY NOT NULL,
	`days_to_answer` integer NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `hear_back` (
	`member_id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`wants` integer NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`member_id`) REFERENCES `panel_members`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `hear_back_authority` ON `hear_back` (`authority_id`,`wants`);--> statement-breakpoint
CREATE TABLE `reply_history` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`reply_id` text NOT NULL,
	`status` text NOT NULL,
	`you_said` text NOT NULL,
	`words` text NOT NULL,
	`because` text NOT NULL,
	`owner` text NOT NULL,
	`due_on` text,
	`is_public` integer NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`reply_id`) REFERENCES `replies`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `reply_history_reply` ON `reply_history` (`authority_id`,`reply_id`,`at`);--> statement-breakpoint
CREATE TABLE `reply_texts` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`reply_id` text NOT NULL,
	`language` text NOT NULL,
	`you_said` text NOT NULL,
	`words` text NOT NULL,
	`because` text NOT NULL,
	`of_digest` text NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`reply_id`) REFERENCES `replies`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `reply_texts_once` ON `reply_texts` (`authority_id`,`reply_id`,`language`);--> statement-breakpoint
ALTER TABLE `thread_links` ADD `relation` text DEFAULT '' NOT NULL;
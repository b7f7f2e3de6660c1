CREATE TABLE `messages` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`programme_id` text NOT NULL,
	`kind` text NOT NULL,
	`member_id` text,
	`interest_id` text,
	`person_id` text,
	`about` text,
	`data` text NOT NULL,
	`channel` text NOT NULL,
	`state` text NOT NULL,
	`queued_at` integer NOT NULL,
	`send_after` integer NOT NULL,
	`attempts` integer NOT NULL,
	`lease` text,
	`leased_until` integer,
	`settled_at` integer,
	`reason` text NOT NULL,
	`carrier_ref` text NOT NULL,
	`once_key` text,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`member_id`) REFERENCES `panel_members`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`interest_id`) REFERENCES `interests`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `messages_programme` ON `messages` (`authority_id`,`programme_id`,`queued_at`);--> statement-breakpoint
CREATE INDEX `messages_waiting` ON `messages` (`authority_id`,`state`,`send_after`);--> statement-breakpoint
CREATE INDEX `messages_member` ON `messages` (`authority_id`,`member_id`);--> statement-breakpoint
CREATE INDEX `messages_interest` ON `messages` (`authority_id`,`interest_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `messages_once` ON `messages` (`authority_id`,`once_key`);--> statement-breakpoint
CREATE TABLE `purpose_links` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`purpose` text NOT NULL,
	`member_id` text,
	`interest_id` text,
	`person_id` text,
	`about` text,
	`once` integer NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`replaced_at` integer,
	`used_at` integer,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`member_id`) REFERENCES `panel_members`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`interest_id`) REFERENCES `interests`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `purpose_links_member` ON `purpose_links` (`authority_id`,`member_id`);--> statement-breakpoint
CREATE INDEX `purpose_links_interest` ON `purpose_links` (`authority_id`,`interest_id`);--> statement-breakpoint
ALTER TABLE `personal_links` ADD `about` text;--> statement-breakpoint
ALTER TABLE `personal_links` ADD `ends_earlier` integer DEFAULT false NOT NULL;
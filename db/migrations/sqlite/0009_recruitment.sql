CREATE TABLE `interest_contacts` (
	`interest_id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`phone` text NOT NULL,
	`preferred` text NOT NULL,
	`language` text NOT NULL,
	FOREIGN KEY (`interest_id`) REFERENCES `interests`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `interests` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`call_id` text NOT NULL,
	`reference` text NOT NULL,
	`about` text NOT NULL,
	`helps` text NOT NULL,
	`channel` text NOT NULL,
	`said_on` text NOT NULL,
	`outcome` text NOT NULL,
	`flag` text NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`call_id`) REFERENCES `open_calls`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `interests_reference` ON `interests` (`reference`);--> statement-breakpoint
CREATE INDEX `interests_call` ON `interests` (`authority_id`,`call_id`);--> statement-breakpoint
CREATE TABLE `open_calls` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`programme_id` text NOT NULL,
	`code` text NOT NULL,
	`title` text NOT NULL,
	`invitation` text NOT NULL,
	`size` integer NOT NULL,
	`quotas` text NOT NULL,
	`closes_on` text NOT NULL,
	`keep_until` text NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `open_calls_code` ON `open_calls` (`code`);--> statement-breakpoint
CREATE INDEX `open_calls_programme` ON `open_calls` (`authority_id`,`programme_id`);--> statement-breakpoint
CREATE TABLE `panel_draws` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`call_id` text NOT NULL,
	`seed` text NOT NULL,
	`pool` text NOT NULL,
	`panels` text NOT NULL,
	`drawn` text NOT NULL,
	`reason` text NOT NULL,
	`drawn_at` integer NOT NULL,
	`drawn_by` text NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`call_id`) REFERENCES `open_calls`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `panel_draws_call` ON `panel_draws` (`authority_id`,`call_id`,`drawn_at`);
CREATE TABLE `consulting_times` (
	`authority_id` text PRIMARY KEY NOT NULL,
	`least_days` integer NOT NULL,
	`why` text NOT NULL,
	`elections` text NOT NULL,
	`changed_on` text NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `formal_corrections` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`consultation_id` text NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	`part` text NOT NULL,
	`what` text NOT NULL,
	`why` text NOT NULL,
	`before` text,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`consultation_id`) REFERENCES `consultations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `formal_corrections_of` ON `formal_corrections` (`authority_id`,`consultation_id`,`at`);--> statement-breakpoint
CREATE TABLE `formal_files` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`consultation_id` text NOT NULL,
	`file_name` text NOT NULL,
	`type` text NOT NULL,
	`body` text NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`consultation_id`) REFERENCES `consultations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `formal_files_of` ON `formal_files` (`authority_id`,`consultation_id`);--> statement-breakpoint
CREATE TABLE `formal_records` (
	`consultation_id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`parts` text NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`consultation_id`) REFERENCES `consultations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `formal_records_authority` ON `formal_records` (`authority_id`);
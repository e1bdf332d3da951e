package io.hexcache.domain.writebehind;

import io.hexcache.domain.port.JobScheduler;
import io.hexcache.domain.port.WriteBehindJournal;

/**
 * What a node writes behind with.
 *
 * @param scheduler begins drains
 */
public record WriteBehindPorts(WriteBehindJournal journal, JobScheduler scheduler, WriteBehindSettings settings) {}

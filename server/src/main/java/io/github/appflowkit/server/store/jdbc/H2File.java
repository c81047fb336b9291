package io.github.appflowkit.server.store.jdbc;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.h2.message.DbException;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.store.fs.FileUtils;

/**
 * A database file as it is before H2 opens it, which would take one that is cut off for an older database and go on
 * without what was lost. The file's first line says how far its contents were written, at the latest when it was closed.
 * A server that is killed may leave more than that line says; if the end of that is lost, nothing tells it from what the
 * kill interrupted.
 *
 * @param name the file's path, after the name of the file system if it is not the default one
 * @see <a href="https://h2database.com/html/mvstore.html#fileFormat">The format of the file</a>
 */
record H2File(String name) {
    private static final int BLOCK = 4096;
    private static final int HEX = 16;

    /** How many stores of this process have a file open, by its real path. */
    private static final Map<String, Integer> OPEN = new ConcurrentHashMap<>();

    boolean exists() {
        return FileUtils.exists(name);
    }

    /** Notes that a store has it open, or is about to. */
    void open() {
        OPEN.merge(FileUtils.toRealPath(name), 1, Integer::sum);
    }

    /** Takes back one {@link #open}. */
    void close() {
        OPEN.computeIfPresent(FileUtils.toRealPath(name), (file, stores) -> stores == 1 ? null : stores - 1);
    }

    /** Whether a store of this process has it: to look into it would give up the process's locks on it as it is closed. */
    boolean isOpen() {
        return OPEN.containsKey(FileUtils.toRealPath(name));
    }

    /** What is wrong with it; nobody may have it open in this process. */
    Optional<String> damage() {
        if (FileUtils.size(name) == 0) {
            return Optional.of("%s is empty; remove it to begin with a new database".formatted(name));
        }
        try (MVStore content = new MVStore.Builder().fileName(name).readOnly().open()) {
            return isWhole(content) ? Optional.empty() : Optional.of(damaged());
        } catch (MVStoreException e) {
            return e.getErrorCode() == DataUtils.ERROR_FILE_LOCKED ? Optional.empty() : Optional.of(damaged());
        } catch (RuntimeException e) {
            // Whatever H2, or we, stumble over that is not there.
            return Optional.of(damaged());
        }
    }

    private String damaged() {
        return "%s is cut off or damaged, or no database of H2; put a copy of it back, or name another file"
                .formatted(name);
    }

    private boolean isWhole(MVStore content) {
        Map<String, Object> header = content.getFileStore().getStoreHeader();
        long written = Long.parseLong(String.valueOf(header.get("version")), HEX);
        long length = FileUtils.size(name);
        return content.getCurrentVersion() >= written
                && content.getLayoutMap().entrySet().stream()
                        .filter(entry -> entry.getKey().startsWith(DataUtils.LAYOUT_CHUNK))
                        .allMatch(part -> end(part.getValue()) <= length);
    }

    private static long end(String part) {
        Map<String, String> attributes = DataUtils.parseMap(part);
        return (DataUtils.readHexLong(attributes, "block", 0) + DataUtils.readHexLong(attributes, "len", 0)) * BLOCK;
    }

    /** Removes it, unless a server uses it. */
    void discard() throws IOException {
        try (FileChannel content = FileUtils.open(name, "rw");
                FileLock lock = content.tryLock()) {
            if (lock != null) {
                FileUtils.delete(name);
            }
        } catch (OverlappingFileLockException e) {
            // A server in this process uses it.
        }
    }

    /** Gives it another name, which none has, for good. */
    void rename(H2File to) throws IOException {
        try {
            FileUtils.move(name, to.name);
        } catch (DbException e) {
            throw new IOException(e.getMessage(), e);
        }
        try (FileChannel folder = FileChannel.open(Path.of(FileUtils.getParent(to.name)), StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException | InvalidPathException e) {
            // Not every file system lets a folder be opened; those that do not keep names in their order.
        }
    }
}

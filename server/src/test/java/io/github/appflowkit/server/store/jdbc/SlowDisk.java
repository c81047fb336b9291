package io.github.appflowkit.server.store.jdbc;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.h2.store.fs.FileBase;
import org.h2.store.fs.FilePathWrapper;

/** Files for H2, as "slow:PATH", that can be written at once, and come to the disk when a test lets them. */
public final class SlowDisk extends FilePathWrapper {
    private static final ReadWriteLock DISK = new ReentrantReadWriteLock();

    /** Lets nothing come to the disk until the same thread calls {@link #go()}. */
    static void halt() {
        DISK.writeLock().lock();
    }

    static void go() {
        DISK.writeLock().unlock();
    }

    @Override
    public String getScheme() {
        return "slow";
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new SlowFile(super.open(mode));
    }

    private static final class SlowFile extends FileBase {
        private final FileChannel file;

        SlowFile(FileChannel file) {
            this.file = file;
        }

        @Override
        public void force(boolean metaData) throws IOException {
            DISK.readLock().lock();
            try {
                file.force(metaData);
            } finally {
                DISK.readLock().unlock();
            }
        }

        @Override
        public int read(ByteBuffer to) throws IOException {
            return file.read(to);
        }

        @Override
        public int read(ByteBuffer to, long position) throws IOException {
            return file.read(to, position);
        }

        @Override
        public int write(ByteBuffer from) throws IOException {
            return file.write(from);
        }

        @Override
        public int write(ByteBuffer from, long position) throws IOException {
            return file.write(from, position);
        }

        @Override
        public long position() throws IOException {
            return file.position();
        }

        @Override
        public FileChannel position(long position) throws IOException {
            return file.position(position);
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public FileChannel truncate(long size) throws IOException {
            return file.truncate(size);
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return file.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            file.close();
        }
    }
}

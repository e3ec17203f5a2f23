//! Files that this program makes: for their owner only, whatever the umask. And where a file
//! lies: on a share that other machines write to, the locks that keep two writers apart do not
//! hold, so nothing is recorded there.

use std::fs::{File, OpenOptions};
use std::io;
use std::path::Path;

use crate::beside;

/// Creates a file that nobody but its owner may read; one that is there already is an error.
///
/// # Errors
/// Whatever the system says.
#[cfg(unix)]
pub fn create_private(path: &Path) -> io::Result<File> {
    use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
    let file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
    file.set_permissions(std::fs::Permissions::from_mode(0o600))?;
    Ok(file)
}

/// On Windows a new file takes the folder's access list; the manual says where to keep it.
#[cfg(not(unix))]
pub fn create_private(path: &Path) -> io::Result<File> {
    OpenOptions::new().write(true).create_new(true).open(path)
}

/// Waits until the disk has a finished file. It is opened to be written: Windows makes nothing
/// else safe.
///
/// # Errors
/// Whatever the system says.
pub fn sync(path: &Path) -> io::Result<()> {
    OpenOptions::new().write(true).open(path)?.sync_all()
}

/// Creates a folder that nobody but its owner may enter.
///
/// # Errors
/// Whatever the system says.
#[cfg(unix)]
pub fn create_private_folder(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::{DirBuilderExt, PermissionsExt};
    std::fs::DirBuilder::new().mode(0o700).create(path)?;
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o700))
}

/// On Windows a new folder takes the access list of the one that it is in.
#[cfg(not(unix))]
pub fn create_private_folder(path: &Path) -> io::Result<()> {
    std::fs::create_dir(path)
}

/// What kind of network share a file lies on, or would lie on; none where it lies on this
/// machine, or where that cannot be told.
pub fn share(path: &Path) -> Option<String> {
    let there = [path, beside::folder_of(path)];
    let real = there.into_iter().find_map(|place| std::fs::canonicalize(place).ok())?;
    share_at(&real)
}

#[cfg(target_os = "linux")]
fn share_at(real: &Path) -> Option<String> {
    let kind = rustix::fs::statfs(real).ok()?.f_type;
    // The width of the number differs between machines, its lower half does not.
    match u32::try_from(kind & 0xFFFF_FFFF).ok()? {
        0x0000_6969 => Some("NFS".to_owned()),
        0x0000_517B | 0xFF53_4D42 | 0xFE53_4D42 => Some("SMB/CIFS".to_owned()),
        0x0102_1997 => Some("9P".to_owned()),
        0x5346_414F | 0x6B41_4653 => Some("AFS".to_owned()),
        0x00C3_6400 => Some("Ceph".to_owned()),
        // Any program may stand behind it; the table of mounts says which.
        0x6573_5546 => remote_mount(&std::fs::read_to_string("/proc/self/mountinfo").ok()?, real),
        _ => None,
    }
}

/// A share has no drive letter of its own: the system tells a mapped drive by its server.
#[cfg(windows)]
fn share_at(real: &Path) -> Option<String> {
    use std::path::{Component, Prefix};
    match real.components().next()? {
        Component::Prefix(prefix) if matches!(prefix.kind(), Prefix::UNC(..) | Prefix::VerbatimUNC(..)) => Some("SMB".to_owned()),
        _ => None,
    }
}

#[cfg(not(any(target_os = "linux", windows)))]
const fn share_at(_: &Path) -> Option<String> {
    None
}

/// Programs behind a mount that reach another machine.
#[cfg(target_os = "linux")]
const REMOTE: [&str; 9] = ["sshfs", "rclone", "davfs", "s3fs", "glusterfs", "smbnetfs", "curlftpfs", "gvfsd-fuse", "gcsfuse"];

/// The remote mount, if it is one, that a path lies under, by the table of mounts.
#[cfg(target_os = "linux")]
fn remote_mount(mounts: &str, real: &Path) -> Option<String> {
    let mount = |line: &str| {
        let (place, rest) = line.split_once(" - ")?;
        // Blanks in a path stand as octal numbers.
        let point = std::path::PathBuf::from(place.split(' ').nth(4)?.replace("\\040", " "));
        real.starts_with(&point).then(|| (point.components().count(), rest.split(' ').next().unwrap_or_default().to_owned()))
    };
    // The one mounted last at the deepest place.
    let (_, kind) = mounts.lines().filter_map(mount).max_by_key(|(depth, _)| *depth)?;
    let behind = kind.strip_prefix("fuse.").unwrap_or(&kind);
    REMOTE.contains(&behind).then(|| behind.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_of_this_machine_lies_on_no_share() -> io::Result<()> {
        let folder = tempfile::tempdir()?;
        assert_eq!(share(&folder.path().join("not there yet.db")), None);
        assert_eq!(share(Path::new("no such folder/x.db")), None);
        Ok(())
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn what_is_mounted_from_another_machine_is_told_from_what_only_looks_so() {
        let mounts = "22 1 254:0 / / rw - ext4 /dev/vda rw\n\
                      40 22 0:40 / /mnt/자료\\040방 rw,nosuid shared:1 - fuse.sshfs admin@host: rw\n\
                      41 22 8:17 / /media/usb rw - fuseblk /dev/sdb1 rw\n\
                      42 40 0:42 / /mnt/자료\\040방/여기 rw - fuse.bindfs /srv rw\n";
        for (path, kind) in
            [("/mnt/자료 방/x.db", Some("sshfs")), ("/mnt/자료 방/여기/x.db", None), ("/media/usb/x.db", None), ("/mnt/x.db", None)]
        {
            assert_eq!(remote_mount(mounts, Path::new(path)).as_deref(), kind, "{path}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn what_is_made_is_its_owners_alone() -> io::Result<()> {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir()?;
        let (file, inner) = (folder.path().join("f"), folder.path().join("d"));
        create_private(&file)?;
        create_private_folder(&inner)?;
        assert_eq!(std::fs::metadata(&file)?.permissions().mode() & 0o777, 0o600);
        assert_eq!(std::fs::metadata(&inner)?.permissions().mode() & 0o777, 0o700);
        assert!(create_private(&file).is_err(), "what is there already is not taken over");
        Ok(())
    }
}
